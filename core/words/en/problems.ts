/** Problems: what is wrong and what would do. An id is problems., the code, and where a code has several sentences, a point and which. */
export default {}
