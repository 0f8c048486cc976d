/** Bills and income: the sheet, its rows, menus and forms. */
export default {}
