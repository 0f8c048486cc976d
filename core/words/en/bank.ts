/** Problems and questions of bank files. */
export default {}
