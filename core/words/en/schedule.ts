/** Rules and their dates: the phrases of a rule, the editor, what is said of one date. */
export default {}
