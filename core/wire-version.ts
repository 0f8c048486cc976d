/**
 * The version of what goes between browser and server. It is raised when either would not understand the other any more, and every
 * answer of the API names it.
 */
export const wireVersion = 3
export const versionHeader = 'pyNance-Version'
