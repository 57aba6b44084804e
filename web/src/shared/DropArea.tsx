import { useRef, useState, type DragEvent, type ReactNode } from 'react';

/** Takes files dropped anywhere inside it. The same is always possible by a button, which is what the keyboard uses. */
export function DropArea({
  label,
  disabled,
  onFiles,
  children,
}: {
  label: string;
  disabled: boolean;
  onFiles: (files: File[]) => void;
  children: ReactNode;
}) {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const isFiles = (event: DragEvent) => !disabled && event.dataTransfer.types.includes('Files');
  return (
    <div
      className="drop-area"
      onDragEnter={(event) => {
        if (isFiles(event)) {
          event.preventDefault();
          depth.current += 1;
          setOver(true);
        }
      }}
      onDragOver={(event) => {
        if (isFiles(event)) {
          event.preventDefault();
        }
      }}
      onDragLeave={() => {
        depth.current = Math.max(0, depth.current - 1);
        setOver(depth.current > 0);
      }}
      onDrop={(event) => {
        if (isFiles(event)) {
          event.preventDefault();
          depth.current = 0;
          setOver(false);
          onFiles([...event.dataTransfer.files]);
        }
      }}
    >
      {children}
      {over && (
        <div className="drop-over" aria-hidden="true">
          {label}
        </div>
      )}
    </div>
  );
}
