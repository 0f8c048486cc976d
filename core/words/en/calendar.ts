/** The calendar and its days. */
export default {}
