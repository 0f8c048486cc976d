/**
 * New ids come from the uuid package: crypto.randomUUID is missing on plain-http hosts. Version 7, so that a database's index grows at its
 * end.
 */
export { v7 as newId } from 'uuid'
