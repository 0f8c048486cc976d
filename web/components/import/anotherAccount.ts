/** Said of a file, it is of an account of which nothing is kept yet, whatever that is called beside those that are by then. */
export const anotherAccount = 'another'
