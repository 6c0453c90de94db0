/** The bytes of a WebAssembly file, which the build and the tests put in its place. */
declare module '*.wasm' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
