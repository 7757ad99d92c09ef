/**
 * Half-width kana as banks write it. The web font keeps ﾞ and ﾟ in another slice than the letters before them, and a
 * browser without a Japanese font of its own would show both as boxes: a break opportunity parts them for the eye only.
 */
export const TransferKana = ({ text }: { text: string }) => (
  <span class="transfer-kana">
    {text.split(/(?=[ﾞﾟ])/).map((part, index) =>
      index === 0 ? (
        part
      ) : (
        <>
          <wbr />
          {part}
        </>
      ),
    )}
  </span>
);
