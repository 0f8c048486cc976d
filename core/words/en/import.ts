/** Bank files read, and what repeats in them, with its reasons. */
export default {}
