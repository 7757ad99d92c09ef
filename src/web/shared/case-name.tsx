/** The programme, and within it the project where it has a name of its own. */
export const nameInWords = (title: string, program: string): string =>
  title === program ? program : `${program}「${title}」`;

/** The same for a cell of a list, with the project first: by it two cases of one organisation are told apart. */
export const Named = ({ title, program }: { title: string; program: string }) => (
  <>
    {title}
    {title !== program && <span class="hint">（{program}）</span>}
  </>
);
