/** The variable by which what watches over the server tells it how often it has been started again. */
export const restartsVariable = 'PYNANCE_RESTARTS'
