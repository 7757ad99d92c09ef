/** A code as it is read aloud and copied by hand: a narrow screen breaks the line between its groups, never within one. */
export const CodeGroups = ({ code }: { code: string }) => (
  <>
    {code.split(/(?<=-)/).map((group, index) => (
      <span class="code-group" key={index}>
        {group}
      </span>
    ))}
  </>
);
