#pragma once

#include "tests/support/golden_event.h"

// The vectors of docs/bundle.md, worked out by another program than ours. The signing key and its
// desk are those of golden_event.h.
namespace golden {

inline constexpr const char* introductionHex
    = "0100000015647574796465736b2e696e74726f64756374696f6e0000001040bca4eaf9d2b097ff8d"
      "baa4d61767ed0000000a454454206465736b20310000000c6564740a6368696c6472656e00000008"
      "616e7973686972650000002003a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664"
      "125531b800000020cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"
      "000000014200000008000001a1efd0c90000000008000001a94781f5000000000000000008000000"
      "0000000000";

inline constexpr const char* introductionSignatureHex
    = "5fc8de78496a34299a703c0f2b481b9168a918da1bde3181cc4687f84a1879e1e321b084c7fdd401"
      "e82f6ad01fa1c234df8f00e3e2bc7c25b27e022acf01390f";

inline constexpr const char* introductionText
    = "Dutydesk introduction 1\n"
      "EDT desk 1\n"
      "AQAAABVkdXR5ZGVzay5pbnRyb2R1Y3Rpb24AAAAQQLyk6vnSsJf/jbqk1hdn7QAA\n"
      "AApFRFQgZGVzayAxAAAADGVkdApjaGlsZHJlbgAAAAhhbnlzaGlyZQAAACADoQe/\n"
      "884Qvh1w3RjnS8CZZ+TWMJulDV8d3IZkElUxuAAAACDMzMzMzMzMzMzMzMzMzMzM\n"
      "zMzMzMzMzMzMzMzMzMzMzAAAAAFCAAAACAAAAaHv0MkAAAAACAAAAalHgfUAAAAA\n"
      "AAAAAAgAAAAAAAAAAF/I3nhJajQpmnA8DytIG5FoqRjaG94xgcxGh/hKGHnh4yGw\n"
      "hMf91AHoL2rQH6HCNN+PAOPivHwlsn4CKs8BOQ8=\n";

inline constexpr const char* introductionWords = "easter saxon shower hydrant comrade sunset";

/// Six words of a digest that counts up from 0.
inline constexpr const char* countingWords = "abbey ankle capsule saloon appetite brochure";

inline constexpr const char* handoverHex
    = "0100000011647574796465736b2e68616e646f766572000000101111111122223333444455555555"
      "555500000010432d323032362d31312d31382d30303100000012542d323032362d31312d31382d50"
      "4d2d30310000000d323032362d31312d31382d504d00000008616d68702d64617900000003656474"
      "0000000968616e645f6f76657200000012756e61626c655f746f5f636f6d706c6574650000002054"
      "6865207365636f6e6420646f63746f7220636f6d65732061742031393a30300000000e6372697469"
      "63616c5f636c6f636b0000001044616e69656c2050727963652c203334000000165365636f6e6420"
      "646f63746f722061742031393a30300000000b526f746120646f63746f720000000c48656c656e20"
      "4272616e647400000008000001a1ef753b800000000800000000000000010000000473355f320000"
      "000c53656374696f6e203528322900000008000001a1faddc3c00000000800000000000000000000"
      "00000000000000000000000000080000000000000000000000080000000000000000000000047335"
      "5f3200000008000001a1eb6aafc00000000477617264000000065761726420340000000800000000"
      "000000010000000473355f320000000c53656374696f6e203528322900000008000001a1eb6aafc0"
      "00000008000001a1faddc3c0";

inline constexpr const char* handoverWords = "porcelain spirit padlock";

inline constexpr const char* sessionWords = "minstrel gallop fence";

/// Of tests/data/golden.bundle.
inline constexpr const char* streamKeyHex
    = "404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f";

inline constexpr const char* sumHex
    = "94e61cfc12af5d681fe2e6fba05a13030947f6f2070be21d68b344c5500b9859";

inline constexpr const char* closingHex
    = "ba818fda0c23dbb9746967f36c02bb35a9e5297fbe7cb38f23b9bdbad9918a0a30b3426e578419e8"
      "3f50b9ef5c3917349cdd1861151e3653148c84bb5f42570c";

inline constexpr const char* bundleEventHex
    = "2705be3dc3e38a2006fa9f0a594191ae59be409d1d03935d18c84fd58f5262a6";

inline constexpr const char* bundleChainHex
    = "70f05df8db2559458b17de9bf599a3cded494123b096f2de2694c1996d66811f";

/// Kind of each record, and the hash of its bytes.
struct BundleVector {
    int kind;
    const char* hash;
};
inline constexpr BundleVector bundleRecords[] = {
    {1, "2e9f8758d468684b1c57e4c0b7494e832ed070973a244a87ebf213c6123849cb"},
    {2, "68243f49ff79fdc4539c6c96d5a6879b9d9b5711f52e2a5b6ef61e4f20bf904f"},
    {3, "6083cbdf6a9e9924c04a058d92a51f587d89022e9967b5521960613ab045a722"},
    {4, "987e1c09439fe8338cbd95ade4c23e306b94f0a07f187b30854dba42305786f8"},
    {5, "53bfddd380e664c0df4c36e578f828e8c2cea91d4219349816b593ab3f3ee5b2"},
    {7, "3221d29cdb0fd8c7fb22b1c401c9d2bad40ce339e7cc96799cd76f2f8a142be4"},
    {8, "5c2ecf8683fbea03111f466578a9e3f1fc0564f1ff1ea710e44caeb7e941e4f1"},
    {9, "3c58528698afbb70385f8dbd6c8a566560d359c2f1c715ce43d53996fc06f72b"},
    {10, "503336f71cf9f2579b56a9c9be1471fe5631a5555e187b6b677f984fa89e7f07"},
    {11, "00b29dca50236b2c2b17a3110189011181cbc0075ac5d9f74833349bfc80538e"},
};

}
