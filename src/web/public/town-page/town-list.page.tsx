import type { Municipality } from '../../../municipalities/index.js';
import { ButtonLink, Card, CardGrid, EmptyState } from '../../shared/index.js';

export function TownList({ towns }: { towns: readonly Municipality[] }) {
  if (towns.length === 0) {
    return (
      <EmptyState title="この窓口を使う自治体はまだありません。">
        <p>設置を担当する方が自治体を登録すると、ここに並びます。</p>
      </EmptyState>
    );
  }
  return (
    <CardGrid>
      {towns.map((town) => (
        <Card key={town.id} title={town.name} level={2}>
          <p>{town.prefecture}</p>
          <ButtonLink href={`/${town.slug}/`}>{town.name}の窓口へ</ButtonLink>
        </Card>
      ))}
    </CardGrid>
  );
}
