package dk.samblik.demo.bolig;

import dk.samblik.demo.people.Person;

/** Somebody on the contract; {@code cpr} empty where the association does not have it. */
record Tenant(Person person, String name, String cpr) {}
