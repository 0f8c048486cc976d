/** Whether a text is a UUID in lower case, as every id of a plan and its rows is kept. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
