/** Where the money goes: allocations, targets, the flow picture. */
export default {}
