/**
 * Half-width kana as banks write it. The web font keeps ﾞ and ﾟ in another slice than the letters before them, and a
 * browser without a Japanese font of its own would show both as boxes: each mark is a box of its own, to the eye only.
 */
export const TransferKana = ({ text }: { text: string }) => (
  <span class="transfer-kana">
    {[...text].map((character) =>
      character === 'ﾞ' || character === 'ﾟ' ? <span class="transfer-kana-mark">{character}</span> : character,
    )}
  </span>
);
