// Ten students, for several figures: their points in two exams, and whether they were admitted.

/** @type {[number, number, number][]} */
export const STUDENTS = [[35, 78, 0], [61, 86, 1], [45, 56, 0], [79, 75, 1], [52, 60, 0], [84, 43, 1], [33, 44, 0], [69, 66, 1], [75, 31, 0], [58, 71, 1]]; // prettier-ignore
