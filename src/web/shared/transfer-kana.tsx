/** Half-width kana as banks write it, on one line. */
export const TransferKana = ({ text }: { text: string }) => <span class="transfer-kana">{text}</span>;
