/** Comparing, what differs, merging. */
export default {}
