#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Makes Keycloak's own database and its owner, once, when the server of docker-compose.yml is first started.
set -eu
psql -v ON_ERROR_STOP=1 --username postgres --set=password="$(cat /run/secrets/keycloak_database)" <<'SQL'
create role keycloak login password :'password';
create database keycloak owner keycloak;
SQL
