/** `協働のまちづくり審査会　第2回`. */
export const meetingInWords = ({ panelName, number }: { panelName: string; number: number }): string =>
  `${panelName}　第${String(number)}回`;
