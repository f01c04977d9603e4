/** The words of pictures of other views than the map; loaded with them. */
export const chartTexts = {
  save: "Save",
  picture: "Picture",
  strip: "Strip of six small maps",
  failed: "The picture could not be made:",
} as const;
