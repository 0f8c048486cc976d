/** Settings, accounts, tokens, feeds, files, moving plans, signing in. */
export default {}
