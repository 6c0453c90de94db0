export { existingIn } from './existing';
export { previewImport } from './preview';
