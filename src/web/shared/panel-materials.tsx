import type { Material } from '../../panels/index.js';
import type { ScanState } from '../../platform/files/index.js';
import { FileItem } from './kept-files.js';

interface PanelMaterialsProps {
  readonly materials: readonly Material[];
  readonly scans: ReadonlyMap<string, ScanState>;
  readonly href: (materialId: string) => string;
}

/** 資料 on the table, each by its label with the file. */
export function PanelMaterials({ materials, scans, href }: PanelMaterialsProps) {
  return (
    <ul class="added-files">
      {materials.map((material) => (
        <li key={material.id}>
          <strong>{material.label}</strong>
          {'　'}
          <FileItem file={material} access={{ href: () => href(material.id), scans }} />
        </li>
      ))}
    </ul>
  );
}
