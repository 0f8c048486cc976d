/** Charts and their tables, the ranges they show. */
export default {}
