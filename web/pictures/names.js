/** Where the id of a picture is expected: the one under test, which has none. */
export const UNDER_TEST = -1;

/** Whether a file's name says HDF5: a set that brings its own classes. @param {string} name */
export const isH5Name = (name) => /\.(h5|hdf5?)$/i.test(name);
