#pragma once

#include "core/journal/envelope.h"

// The vectors of docs/format.md, worked out by another program than ours.
namespace golden {

inline core::Event event()
{
    core::Event event;
    event.subject = {core::SubjectKind::Contact, QUuid("{11111111-2222-3333-4444-555555555555}")};
    event.type = QStringLiteral("contact.logged");
    event.payload = R"({"words":"Man on the bridge","channel":"phone"})";
    event.occurred = core::fromMillis(1795024800000);
    event.evidence = QStringLiteral("Sgt Hale, by telephone");
    event.desk = QStringLiteral("000102030405060708090a0b0c0d0e0f");
    event.seq = 7;
    event.parents.emplace_back().fill(0xaa);
    event.action = QUuid("{66666666-7777-8888-9999-aaaaaaaaaaaa}");
    event.index = 0;
    event.count = 2;
    event.actor = {{QUuid("{bbbbbbbb-cccc-dddd-eeee-ffffffffffff}")}, QStringLiteral("Priya Nair"),
        QStringLiteral("edt_officer"), QStringLiteral("edt")};
    event.recorded = {1795024860123, 3};
    return event;
}

/// 32 bytes from 0 up: the blind, and the seed of the signing key.
inline QByteArray countingBytes()
{
    QByteArray bytes;
    for (char each = 0; each < 32; ++each)
        bytes.append(each);
    return bytes;
}

inline core::Digest previousChain()
{
    core::Digest digest{};
    digest.fill(0xbb);
    return digest;
}

inline core::Digest digest(const char* hex)
{
    return *core::digestFrom(QByteArray::fromHex(hex));
}

inline constexpr const char* bodyHex
    = "010000000d647574796465736b2e626f6479000000165367742048616c652c2062792074656c6570"
      "686f6e65000000000000002f7b22776f726473223a224d616e206f6e207468652062726964676522"
      "2c226368616e6e656c223a2270686f6e65227d";

inline constexpr const char* bodyDigestHex
    = "a886fafa60da6e86dbc292b259c340f1a85c9a184008563f398f2d5b82f5e5a5";

inline constexpr const char* envelopeHex
    = "010000000e647574796465736b2e6576656e7400000010000102030405060708090a0b0c0d0e0f00"
      "000008000000000000000700000007636f6e74616374000000101111111122223333444455555555"
      "555500000020aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa0000"
      "001066666666777788889999aaaaaaaaaaaa00000008000000000000000000000008000000000000"
      "00020000000e636f6e746163742e6c6f6767656400000008000000000000000100000010bbbbbbbb"
      "ccccddddeeeeffffffffffff0000000a5072697961204e6169720000000b6564745f6f6666696365"
      "720000000365647400000008000001a1efd0c90000000008000001a1efd1b3db0000000800000000"
      "0000000300000020a886fafa60da6e86dbc292b259c340f1a85c9a184008563f398f2d5b82f5e5a5";

inline constexpr const char* digestHex
    = "68672b53edb0af265a69281e92f82c911784e9821400208e65cca3f6196c888a";

inline constexpr const char* chainInputHex
    = "010000000e647574796465736b2e636861696e00000020bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
      "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb0000002068672b53edb0af265a69281e92f82c911784e98214"
      "00208e65cca3f6196c888a";

inline constexpr const char* chainHex
    = "b30df3f7b1c282321e2bf48ee12290d13d7eccdbddb325d2d84adcb2a2723d3a";

inline constexpr const char* headHex
    = "010000000d647574796465736b2e6865616400000010000102030405060708090a0b0c0d0e0f0000"
      "0008000000000000000700000020b30df3f7b1c282321e2bf48ee12290d13d7eccdbddb325d2d84a"
      "dcb2a2723d3a";

inline constexpr const char* signingKeyHex
    = "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8";

inline constexpr const char* deskIdHex = "40bca4eaf9d2b097ff8dbaa4d61767ed";

inline constexpr const char* signatureHex
    = "b3010227b14222fc1eaac0ba9bbdfd3f6205aa09a5601bc493bf163082476c2f1018105eae8d9337"
      "440073dbac269b24bdfb3dc0016ff394651a9d17c1f02707";

}
