#include <QByteArray>
#include <QDir>
#include <QFile>

#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

// Works a fuzzer's promise without Clang: every file of the corpus as it is, then so many changed
// ones, the same ones each time. Guided by nothing; the long search is packaging/scripts/fuzz.sh.

namespace {

std::vector<QByteArray> corpusIn(const QString& folder)
{
    std::vector<QByteArray> corpus;
    const QDir dir(folder);
    for (const QString& name : dir.entryList(QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            corpus.push_back(file.readAll());
    }
    return corpus;
}

class Mutator {
public:
    explicit Mutator(const std::vector<QByteArray>& corpus, unsigned seed)
        : m_corpus(corpus)
        , m_random(seed)
    {
    }

    QByteArray input()
    {
        QByteArray bytes = any();
        for (std::size_t left = 1 + below(6); left > 0; --left)
            change(bytes);
        return bytes;
    }

private:
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : m_random() % limit; }
    qsizetype placeIn(const QByteArray& bytes)
    {
        return static_cast<qsizetype>(below(static_cast<std::size_t>(bytes.size())));
    }
    const QByteArray& any() { return m_corpus[below(m_corpus.size())]; }
    char someByte()
    {
        static const QByteArray edges("\x00\x01\x7f\x80\xff{}[]\",:09aZ\n ", 19);
        return below(2) == 0 ? edges[placeIn(edges)] : static_cast<char>(below(256));
    }

    void change(QByteArray& bytes)
    {
        switch (below(7)) {
        case 0: bytes.insert(placeIn(bytes), someByte()); break;
        case 1: bytes.remove(placeIn(bytes), 1 + static_cast<qsizetype>(below(8))); break;
        case 2: bytes.truncate(placeIn(bytes)); break;
        case 3: {
            const QByteArray& other = any();
            bytes = bytes.left(placeIn(bytes)) + other.mid(placeIn(other));
            break;
        }
        case 4: {
            const qsizetype from = placeIn(bytes);
            bytes.insert(placeIn(bytes), bytes.mid(from, static_cast<qsizetype>(below(64))));
            break;
        }
        default:
            if (!bytes.isEmpty())
                bytes[placeIn(bytes)] = someByte();
        }
    }

    const std::vector<QByteArray>& m_corpus;
    std::mt19937 m_random;
};

void work(const QByteArray& input)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.constData()),
        static_cast<std::size_t>(input.size()));
}

unsigned running = 0;

void tellWhich()
{
    std::fprintf(stderr, "Replay with: 1 CORPUS %u\n", running);
}

}

/// Arguments: how many changed inputs, the corpus, and the number of the first (1 when left out).
int main(int argc, char* argv[])
{
    if (argc < 3)
        return 2;
    const std::vector<QByteArray> corpus = corpusIn(QString::fromLocal8Bit(argv[2]));
    if (corpus.empty()) {
        std::fprintf(stderr, "There is no corpus in %s.\n", argv[2]);
        return 2;
    }
    std::signal(SIGABRT, [](int) { tellWhich(); });
    for (const QByteArray& each : corpus)
        work(each);
    const unsigned first = argc > 3 ? static_cast<unsigned>(std::atoi(argv[3])) : 1;
    const auto count = static_cast<unsigned>(std::atoi(argv[1]));
    for (running = first; running < first + count; ++running)
        work(Mutator(corpus, running).input());
    return 0;
}
