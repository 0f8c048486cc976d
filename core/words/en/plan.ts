/** The plan page below its first lines: explanations, what comes up, goals, pots, rolling forward. */
export default {}
