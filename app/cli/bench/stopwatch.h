#pragma once

#include <chrono>
#include <ctime>
#include <vector>

namespace cli::bench {

/// What a piece of work took, in milliseconds.
struct Effort {
    double wall = 0;
    double cpu = 0; ///< of the whole program, in user and kernel
};

class Stopwatch {
public:
    Effort elapsed() const
    {
        const std::chrono::duration<double, std::milli> wall = Clock::now() - m_wall;
        return {wall.count(), 1000.0 * static_cast<double>(std::clock() - m_cpu) / CLOCKS_PER_SEC};
    }

private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point m_wall = Clock::now();
    std::clock_t m_cpu = std::clock();
};

template <typename Work>
Effort measure(const Work& work)
{
    const Stopwatch watch;
    work();
    return watch.elapsed();
}

double median(std::vector<double> values);

/// One kind of work measured many times.
struct Efforts {
    std::vector<double> wall;
    std::vector<double> cpu;

    void add(const Effort& effort)
    {
        wall.push_back(effort.wall);
        cpu.push_back(effort.cpu);
    }
    Effort middle() const { return {median(wall), median(cpu)}; }
};

}
