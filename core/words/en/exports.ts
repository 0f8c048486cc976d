/** What exports and calendars say. */
export default {}
