#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Makes the hub's database and its owner, once, when the server of docker-compose.yml is first started. The owner is no
# superuser: the hub refuses to start as one.
set -eu
psql -v ON_ERROR_STOP=1 --username postgres --set=password="$(cat /run/secrets/database_password)" <<'SQL'
create role hub_owner login createrole password :'password';
create database samblik owner hub_owner;
SQL
