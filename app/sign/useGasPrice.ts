import { useEffect, useState } from "react";
import { getGasPrice } from "viem/actions";

import { useSession } from "#app/model/session.ts";

/** What the chain asks for a unit of gas, in wei; null until it is known. */
export function useGasPrice(): bigint | null {
  const { client } = useSession();
  const [price, setPrice] = useState<bigint | null>(null);
  useEffect(() => {
    let here = true;
    getGasPrice(client).then(
      (found) => (here ? setPrice(found) : undefined),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [client]);
  return price;
}
