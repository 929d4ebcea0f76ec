-- SPDX-License-Identifier: EUPL-1.2
-- Refreshes asked for by other systems, each under a key of the system's own: asked twice, answered once.
-- A key is a UUID and nothing else; whose household it was about is a digest.

create table api_request (
  client text not null,
  key uuid not null,
  digest bytea not null,
  run_id uuid,
  asked_at timestamptz not null,
  primary key (client, key));

grant select, insert, update, delete on api_request to hub_web;
