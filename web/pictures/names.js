/** Where the id of a picture is expected: the one under test, which has none. */
export const UNDER_TEST = -1;

/** Whether a file's name says HDF5: a set that brings its own classes. @param {string} name */
export const isH5Name = (name) => /\.(h5|hdf5?)$/i.test(name);

/** Whether it says that a set, or folders, are inside, or may be a picture that carries something: then nobody has to say
 *  first which class it is. @param {string} name */
export const bringsClasses = (name) => isH5Name(name) || /\.(npz|npy|zip|png)$/i.test(name);
