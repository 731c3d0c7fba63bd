/* core_api.h: marks the functions of the core that its callers outside C may use.
 *
 * The wasm module is built without an entry point, so the linker would drop every function that no
 * other C code calls. CORE_API beside a declaration keeps the function and exports it by its name;
 * there is no list of exports to keep in step. */
#ifndef CORE_API_H
#define CORE_API_H

#define CORE_API __attribute__((used, visibility("default")))

#endif
