import { type ChangeEvent, useId } from 'react';
import type { Ribbon as RibbonData, RibbonButton } from './ribbon';

export interface RibbonProps {
  readonly ribbon: RibbonData | null;
  readonly bookName: string;
  readonly busy: boolean;
  readonly onNew: () => void;
  readonly onOpen: (file: File) => void;
  readonly onDownload: () => void;
  readonly onButton: (button: RibbonButton) => void;
}

/** File commands of the page itself, then the add-in's own tab. */
export function Ribbon({ ribbon, bookName, busy, onNew, onOpen, onDownload, onButton }: RibbonProps) {
  const fileInput = useId();
  const open = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0];
    if (file) onOpen(file);
    event.target.value = '';
  };
  return (
    <div className="ribbon">
      <div className="file">
        <button type="button" onClick={onNew}>
          New workbook
        </button>
        <label htmlFor={fileInput}>
          Open .xlsx …
          <input id={fileInput} type="file" accept=".xlsx,.xlsm" onChange={open} />
        </label>
        <button type="button" onClick={onDownload}>
          Download .xlsx
        </button>
      </div>
      {ribbon?.groups.map((group) => (
        <div key={group.label} className="group" role="group" aria-label={group.label}>
          <div className="commands">
            {group.buttons.map((button) => (
              <button key={button.id} type="button" className="command" title={button.tip} disabled={busy} onClick={() => onButton(button)}>
                <img src={button.icon} width={32} height={32} alt="" />
                {button.label}
              </button>
            ))}
          </div>
          <div className="group-label">{group.label}</div>
        </div>
      ))}
      <div className="title">
        <strong>{bookName}</strong>
        {ribbon?.tab} · workbench
      </div>
    </div>
  );
}
