/** Dialogs: names, history, what was deleted, clashes, what is paid. */
export default {}
