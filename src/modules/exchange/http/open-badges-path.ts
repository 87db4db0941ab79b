export const OPEN_BADGES_PATH = 'ims/ob/v3p0';
