import { createServer, type Server } from "node:http";

/** An RPC between a reader and the chain that keeps one log to itself. */
export interface Liar {
  readonly rpc: string;
  close(): Promise<void>;
}

interface Log {
  readonly topics: readonly string[];
}

/**
 * Answers like the node behind `rpc`, but leaves out of every list of logs the ones that `hides` picks.
 */
export async function startLiar(rpc: string, hides: (log: Log) => boolean): Promise<Liar> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", async () => {
      const answer = await fetch(rpc, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: Buffer.concat(chunks),
      });
      const body = await answer.json();
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(Array.isArray(body) ? body.map(edit) : edit(body)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { rpc: `http://127.0.0.1:${portOf(server)}`, close: () => close(server) };

  function edit(answer: { result?: unknown }): unknown {
    if (!Array.isArray(answer.result)) return answer;
    return { ...answer, result: answer.result.filter((each) => !isLog(each) || !hides(each)) };
  }
}

function isLog(value: unknown): value is Log {
  return typeof value === "object" && value !== null && "topics" in value;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening");
  return address.port;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
