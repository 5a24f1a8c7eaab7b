import { expect } from "chai";
import type { Address } from "viem";
import { hashTypedData } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";

import { nominationSaltMessage, nomineeIn, saltFrom, sealOf } from "#sdk/salt.ts";

const ELECTIONS: Address = "0x0000000000000000000000000000000000000007";
const [ANNA, BEN] = [`0x${"a".repeat(40)}`, `0x${"b".repeat(40)}`] as [Address, Address];

describe("the salt of a nomination", () => {
  const account = privateKeyToAccount(generatePrivateKey());
  const nomination = {
    chainId: 31337,
    elections: ELECTIONS,
    election: 42n,
    nominator: account.address,
  };

  it("R-ELE-4: is made again by the same wallet, and by no other", async () => {
    const salt = async (by: typeof account, about = nomination) =>
      saltFrom(await by.signTypedData(nominationSaltMessage(about)));
    expect(await salt(account)).to.equal(await salt(account));
    const other = privateKeyToAccount(generatePrivateKey());
    expect(await salt(other)).not.to.equal(await salt(account));
    expect(await salt(account, { ...nomination, election: 43n })).not.to.equal(await salt(account));
  });

  it("binds the chain, the contract, the election and the nominator", () => {
    const others = [
      { chainId: 1 },
      { elections: ANNA },
      { election: 43n },
      { nominator: ANNA },
    ] as const;
    const digest = hashTypedData(nominationSaltMessage(nomination));
    for (const other of others) {
      const different = hashTypedData(nominationSaltMessage({ ...nomination, ...other }));
      expect(different).not.to.equal(digest);
    }
  });

  it("finds whom one has sealed", () => {
    const salt = saltFrom("0x1234");
    const seal = sealOf({ ...nomination, nominee: BEN, salt });
    expect(nomineeIn(seal, { ...nomination, salt }, [ANNA, BEN])).to.equal(BEN);
    expect(nomineeIn(seal, { ...nomination, salt }, [ANNA])).to.equal(undefined);
    const other = { ...nomination, salt: saltFrom("0x5678") };
    expect(nomineeIn(seal, other, [ANNA, BEN])).to.equal(undefined);
  });
});
