/** The frame around all places: menus, notices, the next steps of a new account, what stands for a broken part. */
export default {}
