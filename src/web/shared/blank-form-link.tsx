import type { Viewer } from './viewer.js';

/** To the form of an edition as a paper; the name of the programme tells several such links apart. */
export const BlankFormLink = ({ viewer, versionId, name }: { viewer: Viewer; versionId: string; name: string }) => (
  <a href={viewer.url(`programs/${versionId}/form`)}>{name}の申請書の用紙（PDF）</a>
);
