/** Colours with enough contrast for text on their backgrounds, in both modes. */
export const colours = (dark: boolean) =>
  dark
    ? { colorBgContainer: "#141a22", colorBorder: "#465163", colorPrimary: "#3d7eff", colorLink: "#7fb0ff", colorError: "#ff7875", colorWarning: "#e8b339", colorSuccess: "#73d13d", colorTextPlaceholder: "#8f98a6", colorTextDescription: "#a9b1bd" }
    : { colorPrimary: "#1456d9", colorLink: "#1456d9", colorError: "#a8071a", colorWarning: "#874d00", colorSuccess: "#237804", colorTextPlaceholder: "#6b7280", colorTextDescription: "#5a6372" };
