import type { PresentedChange } from '../../approvals/index.js';
import { DataTable } from '../shared/index.js';

/** What a decision changes, side by side; nothing where it changes nothing that stands. */
export function CaseChanges({
  title,
  changes = [],
}: {
  title: string;
  changes: readonly PresentedChange[] | undefined;
}) {
  if (changes.length === 0) return null;
  return (
    <DataTable
      caption={title}
      cards
      empty=""
      rows={changes}
      columns={[
        { label: '項目', heading: true, cell: ({ label }) => label },
        { label: 'いま', cell: ({ before }) => before },
        { label: '決裁の後', cell: ({ after }) => <strong>{after}</strong> },
      ]}
    />
  );
}
