/** The map as a picture: what stands on what, laid out for a page, as shapes and connectors. */
export { type MapPicture, pictureOf, wholePicture } from './picture';
export { mapPictureSheet } from './sheet';
