/** The same for a cell of a list, with the project first: by it two cases of one organisation are told apart. */
export const Named = ({ title, program }: { title: string; program: string }) => (
  <>
    {title}
    {title !== program && <span class="hint">（{program}）</span>}
  </>
);
